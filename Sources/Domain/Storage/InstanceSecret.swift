/// A generated secret of one generation of an instance. Never logged, audited or listed.
package struct InstanceSecret: Equatable, Sendable {
    package var instanceID: InstanceID
    package var generation: Int
    package var name: String
    package var value: String

    package init(instanceID: InstanceID, generation: Int, name: String, value: String) {
        self.instanceID = instanceID
        self.generation = generation
        self.name = name
        self.value = value
    }
}
