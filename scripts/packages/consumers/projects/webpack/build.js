const webpack = require('webpack');
const config = require('./webpack.config.js');

const external = {
  ...config,
  output: { ...config.output, filename: 'external.js' },
  externals: [/^lddpay/],
  externalsType: 'commonjs2',
};
const options = { context: __dirname, optimization: { minimize: false } };

webpack(
  [
    { ...config, ...options },
    { ...external, ...options },
  ],
  (error, stats) => {
    console.log(error ?? stats.toString('errors-warnings'));
    if (error || stats.hasErrors() || stats.hasWarnings()) process.exitCode = 1;
  },
);
