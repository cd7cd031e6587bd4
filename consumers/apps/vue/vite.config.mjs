import vue from '@vitejs/plugin-vue';

const isCustomElement = tag => tag.startsWith('paynow-');

export default {plugins: [vue({template: {compilerOptions: {isCustomElement}}})]};
