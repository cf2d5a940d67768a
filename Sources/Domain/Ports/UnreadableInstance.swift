/// The row of an instance is there, but what it runs cannot be read: somebody changed the row by
/// hand, or it is damaged. Whoever only shows things may still show that it is there.
package struct UnreadableInstance: Error, Equatable, CustomStringConvertible {
    /// With a spec that runs nothing; never to be written back or acted on.
    package var outline: ServiceInstance
    package var why: String

    package init(outline: ServiceInstance, why: String) {
        self.outline = outline
        self.why = why
    }

    package var description: String { "\(outline.name): \(why)" }
}
