import { pinyin } from 'pinyin-pro';

/** How the letters of GB 2312 are said, as core/letter-sounds.json keeps it: each sound without its tone, and all letters said so. */
export function soundsOfLetters(): Record<string, string> {
  const sounds = new Map<string, string>();
  for (const letter of lettersOfGb2312()) {
    const sound = pinyin(letter, { toneType: 'none', v: true });
    sounds.set(sound, (sounds.get(sound) ?? '') + letter);
  }
  return Object.fromEntries([...sounds].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The 6,763 letters of rows 16 to 87 (GB/T 2312-1980), commonest first. */
function lettersOfGb2312(): string[] {
  const decoder = new TextDecoder('gb2312', { fatal: false });
  const letters: string[] = [];
  for (let row = 0xb0; row <= 0xf7; row += 1) {
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) {
      const letter = decoder.decode(Uint8Array.of(row, cell));
      if (/^\p{Script=Han}$/u.test(letter)) letters.push(letter);
    }
  }
  return letters;
}
