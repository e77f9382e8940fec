"""What office documents and e-books share: the zip file, its XML, styles, and names of places.

In come the bytes of a package; out go its parts, a stream of elements, and what a style says.
"""
