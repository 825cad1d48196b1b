"""The verbs of the program, one a module: they read a `Workset`, do one thing, and return what they did."""
