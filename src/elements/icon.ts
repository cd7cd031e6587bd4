const svg = 'http://www.w3.org/2000/svg';

/** A drawing of 24 by 24 with one path, for the eye only. */
export const icon = (d: string): SVGElement => {
  const drawing = document.createElementNS(svg, 'svg');
  drawing.setAttribute('viewBox', '0 0 24 24');
  drawing.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(svg, 'path');
  path.setAttribute('d', d);
  drawing.append(path);
  return drawing;
};
