/// What stays the same throughout an episode.
package struct Setting: Equatable, Sendable, Codable {
    package var world = World.docker
    /// Whether a process that starts answers at once.
    package var startsReady = true
    /// Whether claims hold no more than their sizes.
    package var enforcesSizes = false
    /// Whether new claims are guarded from the beginning.
    package var guardsClaims = true
    /// How many instances a process works on at once.
    package var workers = 2
    /// For how many days data is kept after its grace, to be taken back.
    package var purgeDays = 0

    package init(in world: World = .docker) { self.world = world }
}

extension Setting {
    /// Scripts from before there was another world do not name it.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(in: try container.decodeIfPresent(World.self, forKey: .world) ?? .docker)
        startsReady = try container.decode(Bool.self, forKey: .startsReady)
        enforcesSizes = try container.decode(Bool.self, forKey: .enforcesSizes)
        guardsClaims = try container.decode(Bool.self, forKey: .guardsClaims)
        workers = try container.decode(Int.self, forKey: .workers)
        purgeDays = try container.decode(Int.self, forKey: .purgeDays)
    }
}
