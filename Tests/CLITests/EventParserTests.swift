import Testing

@testable import CLI

@Suite("An event stream") struct EventParserTests {
    private static let stream = """
        \u{FEFF}: hello\r
        id: 1\r
        event: step\r
        data: {"text":"Größe 🙂"}\r
        \r
        : heartbeat

        data:first
        data: second
        retry: 10
        unknown

        event: end\rdata\r\r
        id
        data:  two spaces

        event: nothing

        data: never ended
        """

    private static let events = [
        ServerEvent(id: "1", name: "step", data: "{\"text\":\"Größe 🙂\"}"),
        ServerEvent(id: "1", name: "message", data: "first\nsecond"),
        ServerEvent(id: "1", name: "end", data: ""),
        ServerEvent(id: "", name: "message", data: " two spaces"),
    ]

    @Test("is the same wherever it is cut in two") func cutInTwo() {
        let bytes = Array(Self.stream.utf8)
        for place in bytes.indices {
            var parser = EventParser()
            let events = parser.feed(bytes[..<place]) + parser.feed(bytes[place...])
            #expect(events == Self.events, "cut at \(place)")
        }
    }

    @Test("is the same byte by byte") func byteByByte() {
        var parser = EventParser()
        #expect(Self.stream.utf8.flatMap { parser.feed([$0]) } == Self.events)
    }

    @Test("keeps its id when a zero byte would replace it") func zero() {
        var parser = EventParser()
        let events = parser.feed("id: 7\ndata: a\n\nid: 8\0\ndata: b\n\n".utf8)
        #expect(events.map(\.id) == ["7", "7"])
    }

    @Test("of lines is cut into lines, the last of which may lack its end") func lines() {
        for place in 0...9 {
            let bytes = Array("ä\nb\n\nlast".utf8)
            var parser = LineParser()
            let lines = parser.feed(bytes[..<place]) + parser.feed(bytes[place...])
            #expect(lines == ["ä", "b", ""])
            #expect(parser.rest() == "last")
            #expect(parser.rest() == nil)
        }
    }
}
