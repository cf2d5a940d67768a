import CatalogFiles
import Testing

@Suite("A wrong catalog file") struct WrongFileTests {
    static let right = """
        name: notes
        title: Notes
        summary: Keeps notes.
        image: example/notes:1
        port: 8080
        user: "1000"
        environment:
          KEY: ${secret.KEY}
          URL: ${url}/
        secrets:
          - {name: KEY, bytes: 16, survivesReset: true}
        volumes:
          - name: data
            mountPath: /data
            owner: 1000:1000
            accessMode: ReadWriteOnce
        health:
          http: {path: /, status: 200}
          timeout: 5s
          startPeriod: 60s
        stopTimeout: 10s
        variants:
          - name: Basic
            cpu: 500m
            memory: 128Mi
            processes: 64
            volumes: {data: 250Mi}
        consistency: sqlite

        """

    /// One slip: what stands in the right file, what is written instead, and the complaint.
    struct Slip: Sendable, CustomTestStringConvertible {
        var old: String
        var new: String
        var complaint: String
        var testDescription: String { complaint }

        init(_ old: String, _ new: String, _ complaint: String) {
            self.old = old
            self.new = new
            self.complaint = complaint
        }
    }

    static func complaint(_ files: [String: String]) -> String {
        do {
            _ = try CatalogLoader.read(files)
            return ""
        } catch {
            return error.description
        }
    }

    @Test("is one that differs from this one") func rightFile() throws {
        #expect(Self.complaint(["notes.yaml": Self.right]).isEmpty)
    }

    @Test("is told where, what and how", arguments: Slip.texts + Slip.lists + Slip.syntax)
    func slip(_ slip: Slip) throws {
        let range = try #require(Self.right.firstRange(of: slip.old))
        var text = Self.right
        text.replaceSubrange(range, with: slip.new)
        #expect(Self.complaint(["notes.yaml": text]) == slip.complaint)
    }

    @Test("is told everything at once, in the order of its lines") func everything() {
        let text = """
            nam: notes
            port: eighty
            volumes: []
            variants:
              - {name: Basic, cpu: 1, memory: 1Gi, processes: 0, volumes: {}}
            """
        #expect(
            Self.complaint(["a.yaml": text]) == """
                a.yaml:1:1: unknown key “nam”; did you mean “name”?
                a.yaml:1:1: “name” is missing; add it, such as “name: isso”.
                a.yaml:1:1: “title” is missing; add it, such as “title: Isso”.
                a.yaml:1:1: “summary” is missing; add it, such as \
                “summary: Comments for a web site.”.
                a.yaml:1:1: “image” is missing; add it, such as \
                “image: docker.io/library/ghost:6.45.0”.
                a.yaml:1:1: “stopTimeout” is missing; add it, such as “stopTimeout: 30s”.
                a.yaml:1:1: “health” is missing; add it, such as \
                “health: {tcp: true, timeout: 5s, startPeriod: 60s}”.
                a.yaml:1:1: “consistency” is missing; add it, such as “consistency: sqlite”.
                a.yaml:2:7: “port” must be a whole number from 1 to 65535, not “eighty”.
                a.yaml:3:10: “volumes” is empty; a service needs one at least.
                a.yaml:5:51: “processes” must be a whole number from 1 to 100000, not “0”.
                """)
    }

    @Test("may not take another's name, though both have other faults") func sameName() {
        let bad = Self.right.replacing("port: 8080", with: "port: 0")
        #expect(
            Self.complaint(["a.yaml": bad, "b.yaml": Self.right]) == """
                a.yaml:5:7: “port” must be a whole number from 1 to 65535, not “0”.
                b.yaml:1:7: the name “notes” is taken by a.yaml; choose another.
                """)
    }
}
