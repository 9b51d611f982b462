import { findExample } from './example.js';

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element && target.closest<HTMLElement>('.run-controls button');
  const figure = button ? button.closest<HTMLElement>('figure') : null;
  if (!figure) return;
  const example = findExample(figure);
  switch (button.dataset['action']) {
    case 'run':
      return example.run();
    case 'stop':
      return example.stop();
    case 'edit':
      return example.edit();
    case 'reset':
      return example.reset();
  }
});
