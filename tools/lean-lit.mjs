// What Lit has for older browsers, for standard decorators and for the styles of others is taken out of the scripts for
// pages, in which every element is built on it. The entries for bundlers use Lit as it is.

/** Every browser that has custom states has constructable stylesheets, and none of our styles is made of others. */
const cssTag = () => `
export const css = ([text]) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
};
`;

const reactiveElement = [
  [/^import.*?css-tag\.js";/, ''],
  [/export\{CSSResult.*?css-tag\.js";/, 'export{css}from"./css-tag.js";'],
  [/export\{y as ReactiveElement.*/, 'export{y as ReactiveElement};'],
  // Lit counts its copies on globalThis, for a warning that only its development build gives.
  [/,p\?\.\(\{ReactiveElement:y\}\),\(a\.reactiveElementVersions.*?"\);/, ';'],
  [/,a=globalThis,.*?p=a\.reactiveElementPolyfillSupport,d=\(t,s\)=>t,/, ','],
  [/\bd\(("\w+")\)/g, '$1'],
  ['s(t,this.constructor.elementStyles)', 't.adoptedStyleSheets=this.constructor.elementStyles'],
  [/static finalizeStyles\(s\).*?(?=static _\$Eu)/, ''],
  ['this.finalizeStyles(this.styles)', '[this.styles].flat(1/0)'],
  // An attribute is a text, a number, a flag or a JSON object, and only texts and flags are written back.
  [/toAttribute\(t,s\)\{.*?return t\},/, ''],
  [/\(void 0!==i\.converter\?\.toAttribute\?i\.converter:u\)\.toAttribute\(s,i\.type\)/,
    'i.type===Boolean?s?"":null:s'],
  ['case Object:case Array:try', 'case Object:try'],
  [/,h="function"==typeof t\.converter.*?:u;/, ';'],
  [/const r=h\.fromAttribute\((.*?)\);this\[e\]=.*?,this/, 'this[e]=u.fromAttribute($1),this'],
  // Standard decorators keep what they know on globalThis. Ours say it to createProperty, once for each property.
  ['Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;', ''],
  [/if\(this\.finalized=!0,this\._\$Ei\(\),this\.hasOwnProperty\("properties"\)\).*?(?=this\._\$Eh=new Map)/,
    'this.finalized=!0,this._$Ei();'],
  [/static addInitializer.*?(?=static get observedAttributes)/, ''],
  [',void 0!==t.l&&(this.l=[...t.l])', ''],
  [',this.constructor.l?.forEach(t=>t(this))', ''],
  [/static createProperty.*?(?=static getPropertyOptions)/,
    'static createProperty(t,s=b){this._$Ei(),this.elementProperties.set(t,s);const i=Symbol();'
    + 'e(this.prototype,t,{get(){return this[i]},set(e){const h=this[i];this[i]=e,this.requestUpdate(t,h,s)},'
    + 'configurable:!0,enumerable:!0})}'],
  [/"string"==typeof i\?i:"string"==typeof t\?t\.toLowerCase\(\):void 0/, '!0===i||void 0===i?t.toLowerCase():i'],
  [/,b=\{attribute:.*?hasChanged:f\}/, ',b={}'],
  [/requestUpdate\(t,s,i,e=!1,h\)\{.*?this\.C\(t,s,i\)\}/,
    'requestUpdate(t,s,h){if(t){if(i(this[t],s))return;this.C(t,s,h??this.constructor.getPropertyOptions(t))}'],
  [/C\(t,s,\{useDefault.*?(?=async _\$EP)/,
    'C(t,s,{reflect:e}){this._$AL.has(t)||this._$AL.set(t,this.hasUpdated?s:void 0),'
    + 'e&&this._$Em!==t&&(this._$Eq??=new Set).add(t)}'],
  [/const t=this\.constructor\.elementProperties;if\(t\.size>0\).*?this\.C\(s,void 0,i,e\)\}/, ''],
  // Steps of an update that nothing here goes into.
  ['const t=this.scheduleUpdate();return null!=t&&await t,!this.isUpdatePending', 'this.performUpdate()'],
  ['scheduleUpdate(){return this.performUpdate()}', ''],
  [/let t=!1;const s=this\._\$AL;try\{.*?t&&this\._\$AE\(s\)/,
    'const s=this._$AL;try{this.willUpdate(s),this._$EO?.forEach(t=>t.hostUpdate?.()),this.update(s)}'
    + 'catch(s){throw this._$EM(),s}this._$AE(s)'],
  ['return this.getUpdateComplete()}getUpdateComplete(){', ''],
  ['shouldUpdate(t){return!0}', ''],
  ['removeController(t){this._$EO?.delete(t)}', ''],
];

/** Path of a file in node_modules -> what has to be done with its text. */
export const leanLit = [
  [/[\\/]@lit[\\/]reactive-element[\\/]css-tag\.js$/, cssTag],
  [/[\\/]@lit[\\/]reactive-element[\\/]reactive-element\.js$/, reactiveElement],
  [/[\\/]lit-html[\\/]lit-html\.js$/, [[/\(\w+\.litHtmlVersions\?\?=\[\]\)\.push\(.*?\)/, '0']]],
];
