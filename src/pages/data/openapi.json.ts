import { publicLink } from '../../site/link.ts';
import { textFile } from '../../site/text-file.ts';

// The schemas are loaded when the file is rendered, which only other code asks for.
export const GET = async () => {
  const { openApi } = await import('../../site/open-api.ts');
  return textFile('application/json', () => `${JSON.stringify(openApi(publicLink('/').slice(0, -1)))}\n`);
};
