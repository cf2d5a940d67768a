/// `text` as one part of a URL: all but unreserved characters are encoded (RFC 3986, 2.3), so
/// that no name can reach beyond its place.
func percentEncoded(_ text: String) -> String {
    text.utf8.reduce(into: "") { result, byte in
        let scalar = Unicode.Scalar(byte)
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "_"), UInt8(ascii: "~"):
            result.unicodeScalars.append(scalar)
        default:
            result += byte < 16 ? "%0" : "%"
            result += String(byte, radix: 16, uppercase: true)
        }
    }
}
