package import Domain
import Wire

/// Everything that acts by itself in a cluster, played one act at a time: the namespace
/// controller, the binder with its provisioner, the protections, the StatefulSet controller, the
/// garbage collector, the scheduler and a kubelet.
///
/// Pure, as the cluster is: who comes first is fixed.
package struct ModelControllers: Sendable {
    /// What is on each volume, by its handle: what lost or strange data can be seen by.
    package var bytes: [String: [String: String]] = [:]
    /// What cannot be pulled.
    package var brokenImages: Set<String> = []
    /// Whether what runs answers.
    package var startsReady = true
    /// Whether volumes are made, grown and removed at all.
    package var provisionerRuns = true
    /// Whether what was told to end does end.
    package var kubeletRuns = true
    /// The only node.
    package var node = "node-1"
    /// Moments at which two pods had one claim mounted: must stay empty.
    package internal(set) var doubleWriters: [String] = []
    var handles = 0

    package init() {}

    /// Those who act: none waits for another.
    private enum Part: Int, CaseIterable {
        case namespaces, garbage, binder, volumes, protections, sets, scheduler, kubelet
    }

    /// How many act beside one another.
    package static let parts = Part.allCases.count

    /// Takes one act, if there is anything to do.
    ///
    /// - Parameter first: Who is asked first, below `parts`.
    @discardableResult
    package mutating func step(
        _ cluster: inout ModelCluster, now: Instant, first: Int = 0,
        newUID: @escaping () -> String
    ) -> Bool {
        var scene = ModelScene(cluster: cluster, moment: ModelMoment(now: now, newUID: newUID))
        defer { cluster = scene.cluster }
        for number in 0..<Self.parts {
            let part = Part.allCases[(first + number) % Self.parts]
            if act(part, &scene) { return true }
        }
        return false
    }

    private mutating func act(_ part: Part, _ scene: inout ModelScene) -> Bool {
        switch part {
        case .namespaces: endNamespace(&scene)
        case .garbage: collectGarbage(&scene)
        case .binder: bind(&scene)
        case .volumes: releaseVolume(&scene)
        case .protections: unprotect(&scene)
        case .sets: playSet(&scene)
        case .scheduler: schedule(&scene)
        case .kubelet: playKubelet(&scene)
        }
    }

    /// Takes acts until there is nothing more to do.
    ///
    /// - Returns: How many; `limit` where it does not come to rest.
    @discardableResult
    package mutating func settle(
        _ cluster: inout ModelCluster, now: Instant, limit: Int = 1000,
        newUID: @escaping () -> String
    ) -> Int {
        for count in 0..<limit where !step(&cluster, now: now, newUID: newUID) { return count }
        return limit
    }

    /// Writes a file as the process of a pod does, into the volume behind one of its claims.
    package mutating func write(
        _ text: String, to file: String, in claim: ModelKey, _ cluster: ModelCluster
    ) {
        guard let volume = cluster[claim]?["spec", "volumeName"]?.text,
            let handle = Self.handle(of: cluster[ModelKey(.volume, volume)])
        else { return }
        bytes[handle, default: [:]][file] = text
    }

    /// What is in the volume behind a claim; `nil` where there is none.
    package func files(of claim: ModelKey, _ cluster: ModelCluster) -> [String: String]? {
        guard let volume = cluster[claim]?["spec", "volumeName"]?.text else { return nil }
        return Self.handle(of: cluster[ModelKey(.volume, volume)]).flatMap { bytes[$0] }
    }

    static func handle(of volume: JSONValue?) -> String? {
        volume?["spec", "csi", "volumeHandle"]?.text ?? volume?["spec", "hostPath", "path"]?.text
    }
}
