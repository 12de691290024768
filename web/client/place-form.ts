/**
 * Makes a form easier where scripts run: photos from camera and album add up, and are seen; a button fills in the position; a
 * second press while it is being sent does nothing. Without this script the form does all that it must.
 */
const forms = document.querySelectorAll<HTMLFormElement>('form.report');
for (const form of forms) {
  gatherPhotos(form);
  offerPosition(form);
  sendOnce(form);
}

function gatherPhotos(form: HTMLFormElement): void {
  const [camera, album] = form.querySelectorAll<HTMLInputElement>('input[type=file]');
  const thumbs = form.querySelector<HTMLElement>('[data-thumbs]');
  if (camera === undefined || album === undefined || thumbs === null || typeof DataTransfer === 'undefined') return;
  const most = Number(thumbs.dataset['most']);
  const chosen: File[] = [];
  const show = (): void => {
    const carried = new DataTransfer();
    for (const file of chosen) carried.items.add(file);
    album.files = carried.files;
    thumbs.replaceChildren(...chosen.map((file, at) => thumb(file, () => remove(at))));
  };
  const remove = (at: number): void => {
    chosen.splice(at, 1);
    show();
  };
  const take = (input: HTMLInputElement): void => {
    chosen.push(...[...(input.files ?? [])].filter((file) => !chosen.includes(file)));
    chosen.splice(most);
    if (input === camera) camera.value = '';
    show();
  };
  for (const input of [camera, album]) input.addEventListener('change', () => take(input));
}

function thumb(file: File, remove: () => void): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.setAttribute('aria-label', `× ${file.name}`);
  const picture = document.createElement('img');
  picture.alt = file.name;
  picture.src = URL.createObjectURL(file);
  picture.onload = () => URL.revokeObjectURL(picture.src);
  button.append(picture);
  button.addEventListener('click', remove);
  return button;
}

function offerPosition(form: HTMLFormElement): void {
  const button = form.querySelector<HTMLButtonElement>('[data-position]');
  if (button === null || !('geolocation' in navigator)) return;
  const field = (name: string): HTMLInputElement | null => form.querySelector(`input[name=${name}]`);
  const say = (words: string | undefined): void => {
    button.textContent = words ?? '';
    button.disabled = false;
  };
  const found = ({ coords }: GeolocationPosition): void => {
    const [lat, lon] = [field('lat'), field('lon')];
    if (lat !== null) lat.value = coords.latitude.toFixed(6);
    if (lon !== null) lon.value = coords.longitude.toFixed(6);
    say(button.dataset['found']);
  };
  button.hidden = false;
  button.addEventListener('click', () => {
    button.disabled = true;
    navigator.geolocation.getCurrentPosition(found, () => say(button.dataset['failed']), {
      enableHighAccuracy: true,
      timeout: 15_000,
      maximumAge: 30_000,
    });
  });
}

function sendOnce(form: HTMLFormElement): void {
  let sending = false;
  form.addEventListener('submit', (event) => {
    if (sending) event.preventDefault();
    sending = true;
    const button = form.querySelector<HTMLButtonElement>('[data-sending]');
    if (button !== null) button.textContent = button.dataset['sending'] ?? '';
  });
  // Back from the next page, out of the browser's memory: the form can be sent again.
  addEventListener('pageshow', () => (sending = false));
}

export {};
