// What CloudFront does with a request before it looks for the answer (cloudfront-js-2.0). Addresses of pages end with a
// slash and their files are called index.html; a page asked for without the slash is sent there. Files, which have a dot
// in their name, are left alone, and so is anything odd, such as "//host": it is not answered with a way on.
const unslashed = /^(?:\/[\w~%-][\w.~%-]*)*\/[\w~%-]+$/;

// eslint-disable-next-line no-unused-vars -- CloudFront calls it
function handler(event) {
  const request = event.request;
  if (unslashed.test(request.uri)) {
    const location = request.uri + '/' + queryOf(request.querystring);
    return {
      statusCode: 301,
      statusDescription: 'Moved Permanently',
      headers: { location: { value: location }, 'cache-control': { value: 'public, max-age=300' } },
    };
  }
  if (request.uri.endsWith('/')) request.uri += 'index.html';
  return request;
}

function queryOf(querystring) {
  const pairs = [];
  for (const name of Object.keys(querystring)) {
    const { value, multiValue } = querystring[name];
    for (const one of multiValue || [{ value }])
      pairs.push(one.value === '' ? clean(name) : `${clean(name)}=${clean(one.value)}`);
  }
  return pairs.length === 0 ? '' : '?' + pairs.join('&');
}

// What is escaped stays so; whatever else could end a header or begin another parameter is escaped.
function clean(text) {
  return text.replace(/[^\w.~!$'()*,;:@/?%+-]/g, (odd) => encodeURIComponent(odd));
}
