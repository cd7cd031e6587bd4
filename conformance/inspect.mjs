// The whole inspection: every request of the client, every answer of the sandbox, every example of the description.
import {loadSources} from './bundle.mjs';
import {Description} from './description.mjs';
import {Inspector} from './inspector.mjs';
import {readExamples} from './readings.mjs';
import {makeRequests} from './requests.mjs';
import {tellStories} from './stories.mjs';

/** Parameters and properties of the body that no request of ours makes use of. */
const unused = (description, name, used) => {
  const {parameters, operation} = description.route(name);
  const body = operation.requestBody?.content['application/json'].schema;
  const properties = body ? Object.keys(description.resolve(body).properties).map(property => `body ${property}`) : [];
  return [...parameters.map(parameter => parameter.name), ...properties].filter(one => !used.has(one));
};

/** Checks client and sandbox against an OpenAPI document and gives {inspector, routes, missing}. */
export const inspect = async document => {
  const description = new Description(document);
  const inspector = new Inspector(description);
  const sources = await loadSources();
  await makeRequests(sources, inspector);
  await tellStories(sources, inspector, description);
  const routes = await readExamples(sources, inspector, description);
  for (const name of routes.filter(one => description.route(one))) {
    const {used, requests, good, refused} = inspector.count(name);
    if (!requests || !good || !refused) inspector.fault(name, 'no request, no good answer or no refusal was seen');
    for (const one of unused(description, name, used)) inspector.fault(name, `no request makes use of ${one}`);
  }
  const missing = description.routes.map(({name}) => name).filter(name => !routes.includes(name));
  return {inspector, routes, missing};
};
