import DockerAPI
package import Domain

/// The epoch is written down as the name of a *witness*: a container that is never started.
///
/// Labels cannot be changed, names can: so a later epoch is written by renaming. A volume could
/// tell as much, but could only be replaced by removing it, which takes a ticket.
extension DockerEngine {
    package func write(epoch: Int64) async throws(EngineFailure) {
        await witnessTurnstile.enter()
        defer { witnessTurnstile.leave() }
        let witnesses = try await witnesses()
        guard let latest = witnesses.last else { return try await createWitness(of: epoch) }
        guard latest.epoch < epoch else { return }
        do {
            try await client.renameContainer(latest.id, to: settings.witnessName(of: epoch))
        } catch {
            // It was removed meanwhile, or somebody else has just written the same.
            if try await self.witnesses().last.map({ $0.epoch >= epoch }) ?? false { return }
            throw EngineFailure(error)
        }
    }

    /// By epoch. There may be several, after a crash: the latest counts.
    private func witnesses() async throws(EngineFailure) -> [Witness] {
        let filters = Filters(["label": ["\(Label.install)=\(settings.install)"]])
        return try await ask { () throws(DockerError) in
            try await client.listContainers(filters)
        }
        .compactMap(witness).sorted { $0.epoch < $1.epoch }
    }

    /// `nil` for any other container, and for one whose name tells nothing any more.
    func witness(_ container: ContainerSummary) -> Witness? {
        guard isOwn(container.labels), container.isWitness else { return nil }
        return settings.epoch(ofWitness: container.plainName)
            .map { Witness(id: container.id, epoch: $0) }
    }

    private func createWitness(of epoch: Int64) async throws(EngineFailure) {
        let body = ContainerBody(
            image: try await witnessImage(), command: ["never-started"],
            labels: [Label.install: settings.install, Label.witness: "epoch"],
            host: HostConfig(networkMode: "none"))
        _ = try await ask { () throws(DockerError) in
            try await client.createContainer(settings.witnessName(of: epoch), body)
        }
    }

    /// An image with nothing in it, shared by all installations on this engine.
    private func witnessImage() async throws(EngineFailure) -> String {
        let name = "\(Self.witnessImage.name):\(Self.witnessImage.tag)"
        if try await hasImage(name) { return name }
        return try await ask { () throws(DockerError) in
            let id = try await client.importImage(tar: Self.emptyTar)
            try await client.tagImage(id, as: Self.witnessImage.name, tag: Self.witnessImage.tag)
            return id
        }
    }

    /// With a registry in its name, since Podman would put one before it.
    package static let witnessImage = (name: "localhost/holdfast-witness", tag: "1")

    /// The two empty blocks that end every archive.
    private static let emptyTar = [UInt8](repeating: 0, count: 2 * FolderTar.blockSize)
}

/// A container that tells an epoch.
struct Witness: Equatable {
    var id: String
    var epoch: Int64
}

extension ContainerSummary {
    /// Whether it stands for no workload at all.
    var isWitness: Bool { labels?[Label.witness] != nil }
}

extension DockerEngineSettings {
    func witnessName(of epoch: Int64) -> String { "\(witnessPrefix)\(epoch)" }

    /// `nil` where somebody has renamed it.
    package func epoch(ofWitness name: String) -> Int64? {
        guard name.hasPrefix(witnessPrefix) else { return nil }
        return Int64(name.dropFirst(witnessPrefix.count)).flatMap { $0 >= 0 ? $0 : nil }
    }

    private var witnessPrefix: String { "hf-\(install)-epoch-" }
}
