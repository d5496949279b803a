import { createRequire } from 'node:module';
import { renderAsync } from '@resvg/resvg-js';

const FONT = '@expo-google-fonts/pt-sans';
const resolve = createRequire(import.meta.url).resolve;

/** Draws one SVG, with letters from the font of our own. To be imported when it is needed: most processes never do. */
export async function render(svg: string): Promise<Uint8Array> {
  const image = await renderAsync(svg, {
    font: {
      loadSystemFonts: false,
      fontFiles: [
        resolve(`${FONT}/400Regular/PTSans_400Regular.ttf`),
        resolve(`${FONT}/700Bold/PTSans_700Bold.ttf`),
      ],
      defaultFontFamily: 'PT Sans',
    },
  });
  return image.asPng();
}
