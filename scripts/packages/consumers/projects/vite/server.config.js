export default { build: { ssr: 'main.js', emptyOutDir: false }, ssr: { noExternal: [/^lddpay/] } };
