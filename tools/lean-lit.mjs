// What Lit has for older browsers, for standard decorators and for the styles of others is taken out of the scripts for
// pages, in which every element is built on it. The entries for bundlers use Lit as it is.

/** Every browser that has custom states has constructable stylesheets, and none of our styles is made of others. */
const cssTag = () => 'export const css = ([cssText]) => ({cssText});';

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
  // One sheet for each class: hundreds of shadow roots with two take longer to style than with one.
  ['this.elementStyles=this.finalizeStyles(this.styles)',
    '(this.elementStyles=[new CSSStyleSheet])[0].replaceSync([this.styles].flat(1/0).map(t=>t.cssText).join(""))'],
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
  // A page seldom sets properties before the element is there: it has none of its own then, so that is looked at first.
  [/const t=new Map,s=this\.constructor\.elementProperties;for\(const i of s\.keys\(\)\).*?this\._\$Ep=t\)/,
    'for(const t of Object.keys(this))this.constructor.elementProperties.has(t)&&'
    + '((this._$Ep??=new Map).set(t,this[t]),delete this[t])'],
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

const litHtml = [
  // Lit counts its copies on globalThis, for a warning that only its development build gives.
  [/const j=\{M:h.*?\.push\("[\d.]+"\);/, ''],
  // Directives import the rest by name.
  [/export\{j as _\$LH.*/, 'export{b as html,A as nothing,D as render,b as svg,b as mathml,A as noChange,b as _$LH};'],
  // Drawings, formulas and templates that were compiled beforehand.
  [/x=t=>(\(i,\.\.\.s\)=>)\(\{_\$litType\$:t,(.*?)\}\),b=x\(1\),w=x\(2\),T=x\(3\)/, 'b=$1({_$litType$:1,$2})'],
  ['2===i?"<svg>":3===i?"<math>":""', '""'],
  ['+(2===i?"</svg>":3===i?"</math>":"")', ''],
  [/,2===i\|\|3===i\)\{.*?\}(?=for\()/, ';'],
  [/if\(this\.el=S\.createElement\(f,e\),/, 'this.el=S.createElement(f),'],
  [/e="number"==typeof s\?this\._\$AC\(t\):.*?,s\);if/, 'e=this._$AC(t);if'],
  [',_$litType$:s}=t', '}=t'],
  // Directives, and values in the place of an attribute.
  [/function M\(.*?(?=class R)/, ''],
  ['t=M(this,t,i),', ''],
  ['t=M(this,t,i,0),', ''],
  ['if((t=M(this,t,i,0)??A)===E)return;', 't??=A;'],
  [/&&t!==E(?=,o|&&this)/g, ''],
  ['E=Symbol.for("lit-noChange"),', ''],
  ['r=M(this,e[s+n],i,n),r===E&&(r=this._$AH[n]),', 'r=e[s+n],'],
  [/class Z\{.*?M\(this,t\)\}\}/, ''],
  [/:1===r\.type\?(i=new r\.ctor\(.*?\)):6===r\.type&&\(.*?\)\),/, ':$1,'],
  [/else t\.startsWith\(o\)&&\(d\.push\(\{type:6.*?r\.removeAttribute\(t\)\);/, ''],
  ['void 0===u[1]?d=-2:', ''],
  ['s+o+(-2===d?i:x)', 's+o+x'],
  // Listeners are functions without options, or nothing.
  [/_\$AI\(t,i=this\)\{t\?\?=A;.*?this\._\$AH\.handleEvent\(t\)\}/,
    '_$AI(t){t??=A;const s=this._$AH;(s===A)!=(t===A)&&'
    + 'this.element[(t===A?"remove":"add")+"EventListener"](this.name,this),this._$AH=t}'
    + 'handleEvent(t){this._$AH.call(this.options?.host??this.element,t)}'],
  // Templates that are none, and a place or a document other than the obvious ones to draw into.
  [/function V\(t,i\)\{.*?return (.*?)\}/, 'const V=(t,i)=>$1;'],
  ['(t?.creationScope??l)', 'l'],
  [/const D=\(t,i,s\)=>.*?,h\};/,
    'const D=(t,i,s)=>(i._$litPart$??=new k(i.insertBefore(c(),null),null,void 0,s))._$AI(t);'],
  // Comments, and the few elements that hold text only.
  [/v=\/<.*?\/g,_=\/-->\/g,m=\/>\/g,/, 'v=/<(\\/?[a-zA-Z][^>\\s]*)/g,'],
  [/"!--"===u\[1\]\?c=_:.*?c===p\?/, 'c=p:c===p?'],
  ['c=n??v', 'c=v'],
  [':c===_||c===m?c=v:(c=p,n=void 0)', ':c=p'],
  ['let n,l="",c=v', 'let l="",c=v'],
  [/if\(y\.test\(r\.tagName\)\).*?(?=\}else if\(8===)/, ''],
  [/,y=\/\^\(\?:script.*?\$\/i/, ''],
  [/if\(r\.data===n\)(d\.push\(.*?\));else\{.*?o\.length-1\}/, 'r.data===n&&$1;'],
  // What only directives ask of a part.
  [/get _\$AU\(\)\{return this\._\$AM\?.*?\}(?=constructor)/, ''],
  [/get parentNode\(\)\{return this\._\$AM\.parentNode\}get _\$AU\(\)\{.*?\}/, ''],
  [/get tagName\(\)\{.*?\}get _\$AU\(\)\{.*?\}/, ''],
  [/get parentNode\(\)\{let t=.*?get endNode\(\)\{.*?\}/, ''],
  [/setConnected\(t\)\{.*?\}(?=\}class H)/, ''],
  ['this._$AP?.(!1,!0,s)', ''],
  [',this._$Cv=e?.isConnected??!0', ''],
  [/this\.type=\d,/g, ''],
  [/,this\._\$AN=void 0/g, ''],
  [/constructor\(\)\{super\(\.\.\.arguments\),this\.type=\d\}/g, ''],
  [/constructor\(t,i,s,e,h\)\{super\(t,i,s,e,h\),this\.type=5\}/, ''],
];

/** Path of a file in node_modules -> what has to be done with its text. */
export const leanLit = [
  [/[\\/]@lit[\\/]reactive-element[\\/]css-tag\.js$/, cssTag],
  [/[\\/]@lit[\\/]reactive-element[\\/]reactive-element\.js$/, reactiveElement],
  [/[\\/]lit-html[\\/]lit-html\.js$/, litHtml],
];
