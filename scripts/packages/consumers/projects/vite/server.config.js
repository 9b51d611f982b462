export default { build: { ssr: 'main.js' }, ssr: { noExternal: [/^lddpay/] } };
