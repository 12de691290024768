import { html } from 'htm/preact';
import { render } from 'preact';
import { LiveScene } from './live-scene.ts';
import { Stage } from './stage.ts';

const live = new LiveScene();
const stage = document.getElementById('stage');
if (stage !== null) {
  render(html`<${Stage} live=${live} />`, stage);
  live.connect();
}
