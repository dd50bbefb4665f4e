// Makes a machine out of this one for which onnxruntime has no native code.
const Module = require('node:module');

const load = Module._load;
Module._load = (name, ...others) => {
  if (name === 'onnxruntime-node') throw new Error('no binary for this machine');
  return load(name, ...others);
};
