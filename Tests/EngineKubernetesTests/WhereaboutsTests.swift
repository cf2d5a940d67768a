import Domain
import EngineKubernetes
import FoundationEssentials
import KubernetesAPI
import Testing
import Wire

/// What a PersistentVolume says of the place where its bytes are.
struct WhereaboutsTests {
    private func volume(_ source: JSONValue, hosts: [String] = []) throws -> PersistentVolume {
        var spec = source
        spec["persistentVolumeReclaimPolicy"] = "Delete"
        spec["claimRef"] = [
            "kind": "PersistentVolumeClaim", "namespace": "hf-abc123-c1", "name": "data-g1",
            "uid": "uid-1", "resourceVersion": "9",
        ]
        if !hosts.isEmpty {
            let rule: JSONValue = [
                "key": "kubernetes.io/hostname", "operator": "In",
                "values": JSONValue(texts: hosts),
            ]
            spec["nodeAffinity"] = [
                "required": ["nodeSelectorTerms": [["matchExpressions": [rule]]]]
            ]
        }
        return try Sample.read([
            "metadata": [
                "name": "pv-1", "uid": "u", "resourceVersion": "7",
                "labels": ["holdfast/claim": "c1"],
                "annotations": [
                    "pv.kubernetes.io/provisioned-by": "rancher.io/local-path",
                    "pv.kubernetes.io/bound-by-controller": "yes", "holdfast/destroy": "u",
                ],
            ],
            "spec": spec, "status": ["phase": "Bound"],
        ])
    }

    @Test func itIsToldInWords() throws {
        let csi: JSONValue = ["csi": ["driver": "ebs.csi.aws.com", "volumeHandle": "vol-1"]]
        #expect(try volume(csi).whereabouts.place == "vol-1 of ebs.csi.aws.com")
        let local: JSONValue = ["local": ["path": "/srv/1"]]
        #expect(try volume(local, hosts: ["n1"]).whereabouts.place == "/srv/1 on node n1")
        let share: JSONValue = ["nfs": ["server": "files", "path": "/export"]]
        #expect(try volume(share).whereabouts.place == "files:/export")
        #expect(try volume(["iscsi": [:]]).whereabouts.place == "volume pv-1")
    }

    /// What somebody removed is made anew for the same claim, is kept, and is no empty folder.
    @Test func theManifestMakesItAnew() throws {
        let found = try volume(
            ["hostPath": ["path": "/srv/1", "type": "DirectoryOrCreate"]], hosts: ["n1"])
        let text = try #require(found.whereabouts.manifest)
        let manifest = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
        #expect(manifest["metadata"]?["name"] == "pv-1")
        #expect(manifest["metadata"]?["labels"] == ["holdfast/claim": "c1"])
        #expect(
            manifest["metadata"]?["annotations"]
                == ["pv.kubernetes.io/provisioned-by": "rancher.io/local-path"])
        let spec = try #require(manifest["spec"])
        #expect(spec["persistentVolumeReclaimPolicy"] == "Retain")
        #expect(spec["hostPath"] == ["path": "/srv/1", "type": "Directory"])
        #expect(
            spec["claimRef"] == [
                "kind": "PersistentVolumeClaim", "namespace": "hf-abc123-c1", "name": "data-g1",
                "uid": "uid-1",
            ])
        #expect(manifest["status"] == nil)
    }

    /// Else each look would find news.
    @Test func itIsTheSameEachTime() throws {
        let source: JSONValue = ["local": ["path": "/srv/1"]]
        #expect(
            try volume(source, hosts: ["n1"]).whereabouts
                == volume(source, hosts: ["n1"]).whereabouts)
    }
}
