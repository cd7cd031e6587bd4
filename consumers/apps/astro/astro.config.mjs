export default {outDir: 'dist', image: {service: {entrypoint: 'astro/assets/services/noop'}}};
