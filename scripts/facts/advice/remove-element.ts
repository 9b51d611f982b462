import type { Deviation } from '../compare/compare-facts.js';
import { type Bearings, type Edit, isField, NOWHERE, nameOf } from './edit.js';

const PARAMETER = /^(header|path|query|cookie) /;

/** What to do where the description has an element, without a mark, that the page does not state. */
export function removeElement(deviation: Deviation, bearings: Bearings): Edit {
  const { operation, element } = deviation;
  const onOperation = (text: Edit['text']): Edit => {
    const object = bearings.sites.find(operation, 'operation')?.place ?? NOWHERE;
    return { object, owner: 'operation', text };
  };
  if (/^(?:security|header Authorization)/.test(element))
    return onOperation((path) => `set ${path('security')} to []`);
  if (PARAMETER.test(element)) {
    const parameter = `the ${element.replace(' ', ' parameter ')}`;
    return onOperation(
      (path) => `take ${parameter} out of ${path('parameters')}, or mark it with x-inferred`,
    );
  }
  const lists = isRequired(deviation, bearings) ? ', also from required' : '';
  const object = bearings.sites.find(operation, element)?.place ?? NOWHERE;
  return { object, owner: element, text: (path) => `remove ${path()}${lists}, or mark it with x-inferred` };
}

/** What to do where the description has an element under a name that the page has given up for another. */
export function renameElement(deviation: Deviation, name: string, bearings: Bearings): Edit {
  const { operation, element } = deviation;
  const site = bearings.sites.find(operation, element);
  if (PARAMETER.test(element)) {
    const object = site?.holder?.pointer ?? NOWHERE;
    return { object, owner: element, text: (path) => `set ${path('name')} to ${nameOf(name)}` };
  }
  const lists = isRequired(deviation, bearings) ? ', also in required' : '';
  const text: Edit['text'] = (path) => `rename ${path()} to ${nameOf(name)}${lists}`;
  return { object: site?.place ?? NOWHERE, owner: element, text };
}

function isRequired({ operation, element }: Deviation, { described }: Bearings): boolean {
  return isField(element) && described[operation]?.[element]?.['required'] === true;
}
