/// What nobody may do to the rows of a table, not even by hand.
package enum RefusedAct: String, Sendable {
    case update = "UPDATE"
    case delete = "DELETE"
}
