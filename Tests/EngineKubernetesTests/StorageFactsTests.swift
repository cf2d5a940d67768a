import Domain
import EngineKubernetes
import KubernetesAPI
import Testing
import Wire

/// What a class of storage can do follows from facts, and not from what it says of itself alone.
struct StorageFactsTests {
    private typealias Answer = StorageAbilities.Ability.Answer

    private func facts(
        _ provisioner: String, grows: Bool = true, drivers: Set<String> = [],
        copiers: Set<String>? = nil, volumes: [PersistentVolume] = []
    ) throws -> StorageAbilities {
        let found: StorageClass = try Sample.read([
            "metadata": [
                "name": "fast", "uid": "u", "resourceVersion": "1",
                "annotations": ["storageclass.kubernetes.io/is-default-class": "true"],
            ],
            "provisioner": .string(provisioner), "reclaimPolicy": "Delete",
            "allowVolumeExpansion": .bool(grows),
        ])
        let twin: StorageClass = try Sample.read([
            "metadata": [
                "name": "holdfast-fast", "uid": "t", "resourceVersion": "1",
                "labels": ["app.kubernetes.io/managed-by": "holdfast"],
            ],
            "provisioner": .string(provisioner),
        ])
        let all = StorageFacts(
            classes: [twin, found], drivers: drivers, copiers: copiers, volumes: volumes
        ).abilities
        #expect(all.count == 1)
        return try #require(all.first)
    }

    private func volume(of name: String, on host: String? = nil) throws -> PersistentVolume {
        let terms: JSONValue = [
            [
                "matchExpressions": [
                    ["key": "kubernetes.io/hostname", "values": [.string(host ?? "")]]
                ]
            ]
        ]
        return try Sample.read([
            "metadata": ["name": "pv-1", "uid": "u", "resourceVersion": "1"],
            "spec": [
                "storageClassName": .string(name),
                "nodeAffinity": host == nil
                    ? .null : ["required": ["nodeSelectorTerms": terms]],
            ],
        ])
    }

    @Test func whatItIsIsTold() throws {
        let found = try facts("ebs.csi.aws.com")
        #expect(found.name == "fast" && found.isDefault && !found.keepsBytes)
        #expect(found.provisioner == "ebs.csi.aws.com")
    }

    /// The chart of local-path says that it grows, and nobody does it.
    @Test func aFlagIsNoProof() throws {
        let folder = try facts("rancher.io/local-path")
        #expect(folder.grows.answer == .no)
        #expect(folder.grows.why?.contains("rancher.io/local-path does not do it") == true)
        #expect(try facts("ebs.csi.aws.com").grows.answer == .unknown)
        #expect(try facts("ebs.csi.aws.com", drivers: ["ebs.csi.aws.com"]).grows.answer == .yes)
        let closed = try facts("ebs.csi.aws.com", grows: false, drivers: ["ebs.csi.aws.com"])
        #expect(closed.grows == .init(.no, "its class does not allow it"))
    }

    @Test func foldersKeepNoSizes() throws {
        #expect(try facts("rancher.io/local-path").enforcesSizes.answer == .no)
        #expect(try facts("nfs.csi.k8s.io").enforcesSizes.answer == .no)
        #expect(try facts("topolvm.io").enforcesSizes.answer == .yes)
        #expect(try facts("a", drivers: ["a"]).enforcesSizes.answer == .yes)
        #expect(try facts("a").enforcesSizes.answer == .unknown)
    }

    @Test func copiesNeedAClassOfTheirOwn() throws {
        #expect(try facts("a").snapshots == .init(.no, "the cluster knows no snapshots"))
        #expect(try facts("a", copiers: ["b"]).snapshots.answer == .no)
        #expect(try facts("a", copiers: ["a"]).snapshots == .init(.yes))
    }

    @Test(arguments: ["fast", "holdfast-fast"])
    func volumesTellWhetherTheyMove(_ name: String) throws {
        #expect(try facts("a").moves.answer == .unknown)
        #expect(try facts("a", volumes: [volume(of: name)]).moves.answer == .yes)
        let pinned = try facts("a", volumes: [volume(of: name), volume(of: name, on: "n1")])
        #expect(pinned.moves == .init(.no, "pv-1 is on n1 and stays there"))
        #expect(try facts("a", volumes: [volume(of: "slow", on: "n1")]).moves.answer == .unknown)
        #expect(try facts("rancher.io/local-path").moves.answer == .no)
    }
}
