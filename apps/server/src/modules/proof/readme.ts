/** What stands in a bundle for whoever opens it years later. */
export const README = `一门 · 办件证据包 / Yimen evidence bundle

entries.ndjson    该办件的全部记录，每行一条，附其在哈希树中的位置和证明路径
                  every entry of the case, one a line, with its leaf in the tree and the path that proves it
checkpoint.note   签名的检查点；证明路径都通向它的树根 / the signed checkpoint whose root every path leads to
documents/        记录提到的文件，以 SHA-256 命名 / the files the entries name, by their SHA-256
manifest.json     何时由谁导出 / when it was taken out, and by whom

离线核验 / to verify without any server:
  python3 tools/verify/verify.py --bundle THIS.zip --key 公钥 PUBLIC-KEY

公钥请向政务服务中心索取，或抄自每日张贴的检查点单；不要只相信包内所写的公钥。
Ask the service centre for the public key, or copy it from the daily sheet; do not trust the one in the bundle alone.
本包含有个人信息，请妥善保管。It holds personal data: keep it accordingly.
`;
