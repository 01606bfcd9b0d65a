// Lit's directive of the same name writes a style attribute first, which the page's policy forbids. This one sets the
// properties one by one, which it allows; it stands in for Lit's in what is built (vite.config.js).

import { noChange } from 'lit';
import { Directive, directive } from 'lit/directive.js';

class StyleMap extends Directive {
  render() {
    return noChange;
  }

  update({ element }, [styles]) {
    for (const [name, value] of Object.entries(styles)) {
      if (value) element.style.setProperty(name, value);
      else element.style.removeProperty(name);
    }
    return noChange;
  }
}

export const styleMap = directive(StyleMap);
