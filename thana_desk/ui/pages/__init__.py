"""The pages of the window, each in a module that is imported when first opened."""
