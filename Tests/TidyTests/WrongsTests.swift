import Testing

/// The bugs that the simulation must find: each can still be planted, and says what it is.
@Suite struct WrongsTests {
    private static let keys: Set = ["name", "title", "source", "breaks", "world", "file"]

    @Test func thereAreMany() throws {
        let wrongs = try PlantedWrong.all()
        #expect(wrongs.count >= 60)
        #expect(wrongs.count { $0.head["world"] == "kubernetes" } >= 10)
    }

    @Test func headsAreComplete() throws {
        for wrong in try PlantedWrong.all() {
            #expect(Set(wrong.head.keys) == Self.keys, "\(wrong.fileName)")
            #expect(wrong.strays == [], "\(wrong.fileName)")
            #expect(wrong.head["name"] == wrong.fileName)
            #expect(wrong.fileName.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil)
            #expect(wrong.head["title"]?.last == ".", "\(wrong.fileName)")
            #expect(["docker", "kubernetes"].contains(wrong.head["world"]))
            for broken in (wrong.head["breaks"] ?? "").split(separator: " ") {
                let name = broken.wholeMatch(of: /S([1-9]|10)|L[1-3]/)
                #expect(name != nil, "\(wrong.fileName) breaks \(broken)")
            }
        }
    }

    @Test func everyBlockIsInItsFileOnce() throws {
        let files = Dictionary(
            uniqueKeysWithValues: try SourceTree("Sources").files.map { ($0.path, $0.lines) })
        for wrong in try PlantedWrong.all() {
            #expect(!wrong.blocks.isEmpty, "\(wrong.fileName)")
            for block in wrong.blocks {
                let places = Self.places(of: block.before, in: files[block.path] ?? [])
                #expect(
                    places.count == 1,
                    "\(wrong.fileName), in \(block.path): \(block.before.joined(separator: "\n"))")
            }
        }
    }

    @Test func noTwoChangeTheSameLines() throws {
        let files = Dictionary(
            uniqueKeysWithValues: try SourceTree("Sources").files.map { ($0.path, $0.lines) })
        var taken: [String: String] = [:]
        for wrong in try PlantedWrong.all() {
            for block in wrong.blocks {
                let start = Self.places(of: block.before, in: files[block.path] ?? []).first ?? 0
                for line in start..<start + block.before.count {
                    let other = taken.updateValue(wrong.fileName, forKey: "\(block.path):\(line)")
                    #expect(other == nil, "\(wrong.fileName) in \(block.path)")
                }
            }
        }
    }

    /// Else it could not be switched off.
    @Test func everyWrongAsksForTheSwitch() throws {
        let silent = try PlantedWrong.all().filter { wrong in
            !wrong.blocks.contains { $0.after.contains { $0.contains("Wrong.isOn") } }
        }
        #expect(silent.map(\.fileName) == [])
    }

    /// They leave no trace in the product.
    @Test func nothingInTheSourcesKnowsOfThem() throws {
        #expect(try SourceTree("Sources").lines(matching: /\bWrong\.|HOLDFAST_WRONG/) == [])
    }

    private static func places(of wanted: [Substring], in lines: [Substring]) -> [Int] {
        guard !wanted.isEmpty, wanted.count <= lines.count else { return [] }
        return (0...lines.count - wanted.count).filter { start in
            lines[start] == wanted[0] && Array(lines[start..<start + wanted.count]) == wanted
        }
    }
}
