/// `text` as one part of a URL: all but unreserved characters are encoded (RFC 3986, 2.3), so
/// that no name can reach beyond its place. `keeping` names further bytes to leave alone.
func percentEncoded(_ text: String, keeping: String = "") -> String {
    let kept = Set(("-._~" + keeping).utf8)
    return text.utf8.reduce(into: "") { result, byte in
        let scalar = Character(Unicode.Scalar(byte))
        if kept.contains(byte) || scalar.isASCII && (scalar.isLetter || scalar.isNumber) {
            result.append(scalar)
        } else {
            let digits = String(byte, radix: 16, uppercase: true)
            result += digits.count == 1 ? "%0" + digits : "%" + digits
        }
    }
}
