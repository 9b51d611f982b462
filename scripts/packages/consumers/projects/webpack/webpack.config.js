module.exports = {
  target: 'node',
  mode: 'production',
  entry: './main.js',
  output: { filename: 'main.js', library: { type: 'commonjs2' } },
};
