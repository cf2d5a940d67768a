import Domain
import TestSupport
import Wire

/// The API server, as one process sees it.
extension Stage {
    /// Says no, and has done nothing.
    private struct Refusal: Error {
        var code: Int
    }

    func answer(
        _ request: ModelRequest, of life: Life, in cluster: PlayedCluster
    ) async throws -> ModelTransport.Reply {
        let port: Port = request.isWatch ? .listen : request.isWrite ? .send : .fetch
        do {
            return try await pass(
                port, of: life, "\(request.method) \(request.path)", else: Self.failure
            ) { twist in
                try await carryOut(request, life, cluster, twist)
            }
        } catch let refusal as Refusal {
            return .answer(.refusal(refusal.code))
        }
    }

    private static func failure(_ trouble: Trouble) -> any Error {
        switch trouble {
        case .dead: CancellationError()
        case .fault(.refused(let code)): Refusal(code: code)
        case .fault(.dropped): ModelTransport.Trouble.broken
        case .fault: ModelTransport.Trouble.silent
        }
    }

    private func carryOut(
        _ request: ModelRequest, _ life: Life, _ cluster: PlayedCluster, _ twist: Fault.Kind?
    ) async throws -> ModelTransport.Reply {
        if world.isDown { throw ModelTransport.Trouble.broken }
        if request.isWatch { return cluster.listen(request, of: life) }
        if twist == .usurped { usurp(request.path, cluster) }
        let (answer, changes) = cluster.answer(request)
        if !changes.isEmpty {
            if changes.contains(where: \.key.kind.isOfService) { cluster.writes += 1 }
            tell("process \(life.number): \(request.method) \(request.path)")
        }
        var ends: [Destruction] = []
        for change in changes {
            trace.mix(change.key.name)
            if let end = judge(change, life, cluster) { ends.append(end) }
            notice(change, cluster)
        }
        // From here on the world goes on.
        for end in ends {
            await judge(
                destructionOf: end.claim, end.uid, under: end.ticket ?? TicketID("nobody's"))
        }
        return .answer(answer)
    }

    /// What follows from a change, whoever made it.
    func notice(_ change: ModelChange, _ cluster: PlayedCluster) {
        switch change.key.kind {
        case .volume where change.before == nil: identify(change.after ?? [:], cluster)
        case .pod where change.before?.run == nil:
            if let pod = change.after, let run = pod.run { begin(run, pod, cluster) }
        case .claim where change.after == nil:
            if let claim = change.before, claim["spec", "volumeName"] == nil { forget(claim) }
        default: break
        }
    }

    /// A claim is gone that never had a volume: by a stranger's doing, or it would have a ticket.
    private func forget(_ claim: JSONValue) {
        guard !truth.surrendered.contains(claim.identity) else { return }
        truth.strangers.insert(claim.identity)
        truth.takenSince[ClaimName(claim.name ?? "")] = truth.meddlings
    }

    /// A volume that is made is made for a claim.
    private func identify(_ volume: JSONValue, _ cluster: PlayedCluster) {
        let reference = volume["spec", "claimRef"] ?? [:]
        let claim = cluster.model[
            ModelKey(.claim, reference["name"]?.text ?? "", in: reference["namespace"]?.text)]
        guard let claim, let handle = volume.handle, cluster.identities[handle] == nil else {
            return
        }
        cluster.identities[handle] = claim.identity
    }

    /// An application reads up to where its records go, and goes on from there.
    private func begin(_ run: RunID, _ pod: JSONValue, _ cluster: PlayedCluster) {
        guard truth.written[run] == nil else { return }
        var written: [ClaimName: Int] = [:]
        for (name, handle) in cluster.volumes(of: pod) {
            written[name] = cluster.records[handle]?.last?.number ?? 0
        }
        truth.written[run] = written
    }

    /// All that run write a record to each of their volumes, and are told that it is kept.
    func letApplicationsWrite(in cluster: PlayedCluster) {
        for pod in cluster.model.objects(of: .pod) where pod.isOurs {
            guard let run = pod.run, let instance = pod.instanceID else { continue }
            for (name, handle) in cluster.volumes(of: pod) {
                guard let uid = cluster.identities[handle] else { continue }
                let last = cluster.records[handle]?.last?.number
                let number = (truth.written[run]?[name] ?? last ?? 0) + 1
                truth.written[run, default: [:]][name] = number
                cluster.records[handle, default: []].append(
                    MemoryWorld.Record(instance: instance, number: number))
                truth.durable[uid] = (truth.durable[uid] ?? 0) + 1
            }
        }
    }

    /// What the cluster does by itself.
    ///
    /// - Returns: Whether there was anything to do.
    func stepCluster(_ cluster: PlayedCluster) -> Bool {
        let before = cluster.controllers.bytes.keys
        guard let changes = cluster.step(&dice) else { return false }
        for change in changes { notice(change, cluster) }
        for handle in before.sorted() where cluster.controllers.bytes[handle] == nil {
            noteEnd(of: handle, cluster)
        }
        return true
    }

    /// Bytes are gone: under a ticket, or by a stranger's doing.
    private func noteEnd(of handle: String, _ cluster: PlayedCluster) {
        cluster.records[handle] = nil
        guard let uid = cluster.identities[handle] else { return }
        let name = truth.holders.first { $0.value == uid }?.key.rawValue ?? uid.rawValue
        if truth.surrendered.contains(uid) {
            truth.destroyed.insert(uid)
            tell("volume \(name) is destroyed")
            trace.mix("destroyed \(name)")
        } else if truth.unguardedSince[uid] != nil || truth.strangers.contains(uid) {
            truth.strangers.insert(uid)
            tell("a stranger has destroyed volume \(name)")
        } else {
            blame(.s1, "the bytes of \(name) are gone with its claim")
        }
    }
}

extension PlayedCluster {
    /// The volumes that a pod has mounted, by the names of their claims.
    func volumes(of pod: JSONValue) -> [(ClaimName, handle: String)] {
        pod.mountedClaims.compactMap { name in
            let key = ModelKey(.claim, name.rawValue, in: pod["metadata", "namespace"]?.text)
            let volume = model[key]?["spec", "volumeName"]?.text
            return volume.flatMap { model[ModelKey(.volume, $0)]?.handle }.map { (name, $0) }
        }
    }
}

extension ModelKind {
    /// Whether a service is made of it, apart from its data.
    fileprivate var isOfService: Bool {
        ![ModelKind.claim, .volume, .configMap].contains(self)
    }
}
