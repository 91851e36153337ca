// One version of the functions on strings: `json_strings.c` includes it once for each, with TARGET and the names defined.

TARGET static vectors_string NAME(const uint8_t *bytes, uint64_t position, uint64_t limit) {
    // What the bytes of the next block must be because of those before it, one bit a byte, the lowest bit for the first.
    uint64_t due_escape = 0, due_digits = 0, due_parts = 0;
    // The same for the second byte of a character that begins with e0, ed, f0 or f4: a bit for each of the four.
    uint64_t due_second = 0;
    uint64_t has_escape = 0, resume = position;
    for (; position <= limit; position += 64) {
        if (!(due_escape | due_digits | due_parts)) resume = position;
        block text;
        memcpy(&text, bytes + position, sizeof text);
        uint64_t slashes = BITS(text == '\\');
        uint64_t highs = BITS(text >= 0x80);
        uint64_t wrong = BITS(text < 0x20);

        uint64_t escaped = ESCAPED(slashes, due_escape);
        uint64_t ends = BITS(text == '"') & ~escaped;
        // The bytes up to the closing quote; all of them where there is none.
        uint64_t inside = ends ^ (ends - 1);

        if (escaped | due_digits) {
            uint64_t u = BITS(text == 'u') & escaped;
            uint64_t known = u | BITS((text == '"') | (text == '\\') | (text == '/') | (text == 'b') | (text == 'f') |
                                      (text == 'n') | (text == 'r') | (text == 't'));
            block letter = (text | 0x20) - (uint8_t)'a';
            uint64_t hex = BITS((block)(text - (uint8_t)'0') < 10) | BITS(letter < 6);
            uint64_t digits = u << 1 | u << 2 | u << 3 | u << 4 | due_digits;
            wrong |= (escaped & ~known) | (digits & ~hex);
            due_digits = u >> 63 | u >> 62 | u >> 61 | u >> 60;
        }

        if (highs | due_parts) {
            // RFC 3629: the first byte says how many parts follow, and four of the first bytes narrow the second.
            uint64_t parts = BITS((text & 0xc0) == 0x80);
            uint64_t threes = BITS((text & 0xf0) == 0xe0), fours = BITS(text >= 0xf0);
            uint64_t twos = highs & ~(parts | threes | fours);
            uint64_t leads = twos | threes | fours, longs = threes | fours;
            wrong |= parts ^ (leads << 1 | longs << 2 | fours << 3 | due_parts);
            wrong |= BITS((text == 0xc0) | (text == 0xc1) | (text > 0xf4));
            due_parts = leads >> 63 | longs >> 62 | fours >> 61;
            uint64_t narrowing = BITS((text == 0xe0) | (text == 0xed) | (text == 0xf0) | (text == 0xf4));
            if (narrowing | due_second) {
                uint64_t e0 = BITS(text == 0xe0), ed = BITS(text == 0xed);
                uint64_t f0 = BITS(text == 0xf0), f4 = BITS(text == 0xf4);
                uint64_t over_9f = BITS(text > 0x9f), over_8f = BITS(text > 0x8f);
                wrong |= ((e0 << 1 | (due_second & 1)) & ~over_9f) | ((ed << 1 | (due_second >> 1 & 1)) & over_9f);
                wrong |= ((f0 << 1 | (due_second >> 2 & 1)) & ~over_8f) | ((f4 << 1 | due_second >> 3) & over_8f);
                due_second = e0 >> 63 | ed >> 63 << 1 | f0 >> 63 << 2 | f4 >> 63 << 3;
            }
        }

        if (wrong & inside) break;
        has_escape |= slashes & inside;
        if (ends) return (vectors_string){position + (uint64_t)__builtin_ctzll(ends) + 1, 0, has_escape != 0};
    }
    return (vectors_string){0, resume, has_escape != 0};
}

TARGET static vectors_string SOUND_NAME(const uint8_t *bytes, uint64_t position, uint64_t limit) {
    uint64_t due_escape = 0, has_escape = 0;
    for (; position <= limit; position += 64) {
        block text;
        memcpy(&text, bytes + position, sizeof text);
        uint64_t slashes = BITS(text == '\\');
        uint64_t ends = BITS(text == '"') & ~ESCAPED(slashes, due_escape);
        has_escape |= slashes & (ends ^ (ends - 1));
        if (ends) return (vectors_string){position + (uint64_t)__builtin_ctzll(ends) + 1, 0, has_escape != 0};
    }
    return (vectors_string){0, position, has_escape != 0};
}

TARGET static uint64_t PAIR_NAME(const uint8_t *bytes, uint64_t position, uint64_t end, vectors_pair pair) {
    for (; position < end; position += 64) {
        block text, next;
        memcpy(&text, bytes + position, sizeof text);
        memcpy(&next, bytes + position + 1, sizeof next);
        uint64_t found = BITS(((text | pair.first_case) == pair.first) & ((next | pair.second_case) == pair.second));
        if (found) {
            position += (uint64_t)__builtin_ctzll(found);
            return position < end ? position : end;
        }
    }
    return end;
}
