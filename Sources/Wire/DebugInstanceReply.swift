/// One instance, as an admin looks at it who asks what is amiss.
package struct DebugInstanceReply: Codable, Equatable, Sendable {
    package var id: String
    package var name: String
    /// The owner's e-mail address.
    package var owner: String?
    package var subscriptionId: String
    /// `ACTIVE`, `EXPIRED`, `CANCELLED`, `PURGED`.
    package var subscriptionStatus: String
    package var wish: String
    package var status: String
    /// Why it is in that status, where that is not plain.
    package var message: String?
    package var generation: Int
    /// Destroyed ones too.
    package var volumes: [VolumeReply]
    /// In what rows and engine disagree.
    package var disagreements: [String]

    package init(
        id: String, name: String, owner: String? = nil, subscriptionId: String,
        subscriptionStatus: String, wish: String, status: String, message: String? = nil,
        generation: Int, volumes: [VolumeReply], disagreements: [String]
    ) {
        self.id = id
        self.name = name
        self.owner = owner
        self.subscriptionId = subscriptionId
        self.subscriptionStatus = subscriptionStatus
        self.wish = wish
        self.status = status
        self.message = message
        self.generation = generation
        self.volumes = volumes
        self.disagreements = disagreements
    }
}
