"""What can be had of a broken PO file: the entries that read well, and a readable catalogue made of them."""
