import { makesCommonPages } from '../site/cities.ts';
import { iconFiles, iconSvg, type IconFacts } from '../site/icon.ts';

export const getStaticPaths = () => (makesCommonPages() ? iconFiles() : []);

export async function GET({ props }: { props: { view: () => IconFacts } }): Promise<Response> {
  const { size, isMaskable } = props.view();
  const { drawIcon } = await import('../site/card-drawer.ts');
  const png = await drawIcon(iconSvg(isMaskable), size);
  return new Response(Uint8Array.from(png), { headers: { 'content-type': 'image/png' } });
}
