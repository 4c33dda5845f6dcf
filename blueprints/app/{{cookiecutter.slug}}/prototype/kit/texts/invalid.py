"""What is said about a value that a field does not accept."""

TEXTS = {
    "required": ("{title}を入力してください", "Enter {title}"),
    "text": ("文字で入力してください", "Enter text"),
    "too_long": ("{limit}文字以内で入力してください(今は{length}文字)", "Use at most {limit} characters (now {length})"),
    "too_short": ("{limit}文字以上で入力してください(今は{length}文字)", "Use at least {limit} characters (now {length})"),
    "pattern": ("決められた形で入力してください", "Use the required format"),
}
