import { findExample } from './example.js';

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>('.run-controls button') : null;
  const figure = button?.closest<HTMLElement>('figure');
  if (!figure) return;
  const example = findExample(figure);
  switch (button?.dataset['action']) {
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
