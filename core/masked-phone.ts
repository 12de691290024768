/** A phone number with its middle covered, for whoever need not ring it: `199****1234`; '' stays ''. Short numbers keep their last two digits. */
export function maskedPhone(phone: string): string {
  const digits = phone.replaceAll(/[^\d+]/g, '');
  if (digits === '') return '';
  const tail = digits.length >= 10 ? 4 : 2;
  const head = digits.length >= 10 ? digits.slice(0, digits.length - 8) : '';
  return `${head}****${digits.slice(-tail)}`;
}
