/// A claim that only a later state of the database can have made.
package struct UnknownClaimReply: Codable, Equatable, Sendable {
    package var name: String
    package var uid: String
    /// The instance that it belongs to, by its name, where that is known.
    package var instance: String?
    package var generation: Int?
    /// Whether it can be given to that instance.
    package var adoptable: Bool

    package init(
        name: String, uid: String, instance: String? = nil, generation: Int? = nil, adoptable: Bool
    ) {
        self.name = name
        self.uid = uid
        self.instance = instance
        self.generation = generation
        self.adoptable = adoptable
    }
}
