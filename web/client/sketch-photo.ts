/** What the picture shows: an exit that is blocked, or that is clear again. */
export type Sketch = 'before' | 'after';

const size = { width: 800, height: 600 };

/** Draws a picture of a corridor, for the rehearsal alone, where nobody has a camera at hand. */
export async function sketchPhoto(shows: Sketch): Promise<File> {
  const canvas = document.createElement('canvas');
  canvas.width = size.width;
  canvas.height = size.height;
  const pen = canvas.getContext('2d');
  if (pen !== null) draw(pen, shows);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
  return new File([blob ?? new Blob()], `${shows}.jpg`, { type: 'image/jpeg' });
}

function draw(pen: CanvasRenderingContext2D, shows: Sketch): void {
  const box = (colour: string, x: number, y: number, width: number, height: number): void => {
    pen.fillStyle = colour;
    pen.fillRect(x, y, width, height);
  };
  box('#cfd4d8', 0, 0, size.width, size.height);
  box('#9aa3aa', 0, 430, size.width, 170);
  // The door at the end, with the green sign above it.
  box(shows === 'before' ? '#5c4630' : '#e9f3ea', 300, 150, 200, 290);
  box('#1f9d55', 330, 90, 140, 40);
  if (shows === 'after') return;
  box('#333333', 300, 280, 200, 14);
  for (const [x, y, side] of [
    [180, 330, 150],
    [330, 380, 120],
    [460, 320, 170],
  ] as const) {
    box('#b07d3c', x, y, side, side);
    box('#8a5f2a', x, y + side / 2 - 6, side, 12);
  }
}
