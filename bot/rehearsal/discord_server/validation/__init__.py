"""What Discord refuses in a body, one file a noun; each refusal is error 50035 with the place where it is."""
