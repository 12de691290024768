/** What the picture shows: an exit that is blocked, or that is clear again; a gate at night, by one lamp or two. */
export type Sketch = 'before' | 'after' | 'gate' | 'archway';

const size = { width: 800, height: 600 };

/** Draws a picture, for the rehearsal alone, where nobody has a camera at hand. */
export async function sketchPhoto(shows: Sketch): Promise<File> {
  const canvas = document.createElement('canvas');
  canvas.width = size.width;
  canvas.height = size.height;
  const pen = canvas.getContext('2d');
  if (pen !== null) (shows === 'gate' || shows === 'archway' ? drawNight : draw)(pen, shows);
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

/** A road at night: what stands there, and how many lamps, so that no two look alike. */
function drawNight(pen: CanvasRenderingContext2D, shows: Sketch): void {
  const box = (colour: string, x: number, y: number, width: number, height: number): void => {
    pen.fillStyle = colour;
    pen.fillRect(x, y, width, height);
  };
  box('#10182b', 0, 0, size.width, 420);
  box('#232a36', 0, 420, size.width, 180);
  const lamp = (x: number): void => {
    box('#454d5c', x, 140, 10, 290);
    const glow = pen.createRadialGradient(x + 5, 140, 4, x + 5, 140, 150);
    glow.addColorStop(0, '#ffe9a8');
    glow.addColorStop(1, 'rgba(255, 233, 168, 0)');
    pen.fillStyle = glow;
    pen.fillRect(x - 150, 0, 310, 300);
  };
  if (shows === 'gate') {
    box('#2f5d8a', 300, 230, 220, 200);
    box('#dfe8f2', 330, 250, 160, 40);
    lamp(180);
    return;
  }
  box('#7d3b33', 240, 170, 36, 260);
  box('#7d3b33', 520, 170, 36, 260);
  box('#8f463c', 210, 140, 376, 48);
  for (const x of [140, 650]) lamp(x);
}
