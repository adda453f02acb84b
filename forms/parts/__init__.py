"""The parts that many forms share: a person, an address, acts and sections, property, an officer."""
