import CatalogFiles
import FoundationEssentials
import Testing

@Suite("A catalog's folder") struct FolderTests {
    private func inFolder(_ files: [String: Data], _ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("catalog-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for (name, data) in files {
            #expect(FileManager.default.createFile(atPath: "\(folder)/\(name)", contents: data))
        }
        try body(folder)
    }

    private func complaint(_ folder: String) -> String {
        do {
            _ = try CatalogLoader.load(from: folder)
            return ""
        } catch {
            return error.description
        }
    }

    @Test("that is not there is said so") func absent() {
        #expect(
            complaint("/nowhere/catalog")
                == "/nowhere/catalog: cannot be read as a folder; give the catalog's folder.")
    }

    @Test("without catalog files is refused, whatever else it holds") func empty() throws {
        try inFolder(["README.md": Data(), ".isso.yaml": Data()]) { folder in
            #expect(
                complaint(folder)
                    == "\(folder): holds no catalog files; put one there, such as isso.yaml.")
        }
    }

    @Test("takes both endings, and reports what is not text") func binary() throws {
        try inFolder(["a.yaml": Data([0xFF, 0xFE]), "b.yml": Data()]) { folder in
            #expect(
                complaint(folder) == """
                    a.yaml:1:1: is not UTF-8 text; save it so.
                    b.yml:1:1: is empty; describe one service, beginning with “name: …”.
                    """)
        }
    }
}
