"""Settings: what a person or a project asks for, and where it was said.

In come paths and what the command line says; out go options for each file, and what a rule weighs
under them. Settings hide or soften findings and never make one.
"""
