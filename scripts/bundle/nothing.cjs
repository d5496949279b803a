// Stands for a package that is loaded by another and never called.
module.exports = {};
