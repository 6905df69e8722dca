fn main() {
    let dir = std::env::args().nth(1).unwrap();
    let m = std::fs::read(format!("{dir}/catalogue.json")).unwrap();
    match mgi::Catalogue::from_documents(m, |n| std::fs::read(format!("{dir}/{n}")).ok()) {
        Ok(c) => { println!("{} {}", c.indicators().count(), c.title("es"));
           for p in c.lint() { println!("{} {} {:?} {}", p.document(), p.code(), p.location().map(|l| l.line()), p.message("en")); } }
        Err(r) => println!("{}", r.render("es")),
    }
}
