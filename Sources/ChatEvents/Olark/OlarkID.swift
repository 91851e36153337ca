/// An id that Olark gave.
public typealias OlarkID = EntityID
