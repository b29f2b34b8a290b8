import { textFile } from '../../site/text-file.ts';
import { schemaPath } from '../../site/urls.ts';

export const GET = async () => {
  const { schemaBundle } = await import('../../site/open-api.ts');
  return textFile(
    'application/json',
    (addressOf) => `${JSON.stringify(schemaBundle(addressOf(schemaPath)))}\n`,
  );
};
